// document_style.hpp -- the style of a printed document, and its hash.
//
// The document's own CSP allows this one style element and nothing else; a
// test computes the hash anew.
// Knows: std. Never: a case.

#pragma once

namespace core {

// clang-format off
inline constexpr const char document_style[] =
    R"css(@page{size:A4;margin:20mm 18mm 22mm;@bottom-left{content:"Linealen";font-size:9pt}@bottom-right{content:counter()css"
    R"css(page) " / " counter(pages);font-size:9pt}}@page sheet{margin:9mm 10mm 11mm}html{font:12pt/1.45 'Atkinson Hyperle)css"
    R"css(gible Next',Verdana,sans-serif;color:#16262e;background:#fff}body{max-width:46em;margin:0 auto;padding:1.5em;ove)css"
    R"css(rflow-wrap:anywhere}h1{font-size:1.7em;line-height:1.2;margin:0 0 .3em}h2{font-size:1.25em;margin:1.8em 0 .4em;b)css"
    R"css(reak-after:avoid}h3{font-size:1.05em;margin:1.2em 0 .3em;break-after:avoid}p{margin:0 0 .7em}ul,ol{margin:0 0 .8)css"
    R"css(em;padding-left:1.3em}li{margin:.25em 0}dl{display:grid;grid-template-columns:minmax(9em,1fr) 3fr;gap:.2em 1em;m)css"
    R"css(argin:0 0 .8em}dt{color:#4a5b64}dd{margin:0}.mark{border:2px solid #16262e;border-radius:6px;padding:.8em 1em;ma)css"
    R"css(rgin:1em 0;break-inside:avoid}.mark p{margin:0}.mark .level{font-size:1.8em;font-weight:600;line-height:1.25}.no)css"
    R"css(tice{border-left:4px solid #4a5b64;padding:.1em 0 .1em 1em}blockquote{margin:0 0 .9em;padding:.1em 0 .1em 1em;bo)css"
    R"css(rder-left:2px solid #76868e;white-space:pre-wrap}blockquote p{margin:0}.term{color:#4a5b64;margin:0 0 .1em;break)css"
    R"css(-after:avoid}table{border-collapse:collapse;width:100%;margin:.6em 0 1em}caption{text-align:left;font-weight:600)css"
    R"css(;padding:0 0 .3em}th,td{border:1px solid #cfd6d8;padding:.3em .6em;text-align:left;vertical-align:top}tr,svg{bre)css"
    R"css(ak-inside:avoid}svg{width:100%;height:auto;margin:.5em 0}svg text{font-family:'Atkinson Hyperlegible Next',Verda)css"
    R"css(na,sans-serif}footer{margin-top:2em;border-top:1px solid #cfd6d8;padding-top:.6em;color:#4a5b64;font-size:.9em}@)css"
    R"css(media print{body{max-width:none;padding:0}}@media print{.sheet{page:sheet;font-size:9.5pt;line-height:1.28}.shee)css"
    R"css(t main{columns:2;column-gap:7mm}.sheet h1{column-span:all}.sheet h2{margin:.5em 0 .1em;font-size:1.15em}.sheet h)css"
    R"css(3{margin:.5em 0 .1em}.sheet p{margin:0 0 .3em}.sheet :is(ul,ol){margin:0 0 .3em;padding-left:1.1em}.sheet li{mar)css"
    R"css(gin:.08em 0;break-inside:avoid}.sheet footer{margin-top:.6em;padding-top:.3em}})css";
// clang-format on

// base64 of the SHA-256 of `document_style`.
inline constexpr const char document_style_hash[] = "0fKOpMH2EGKHdSzmeGxuOB6Tar/iG8lV9rYuRSnng+E=";

}  // namespace core
