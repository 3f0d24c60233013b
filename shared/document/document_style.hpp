// document_style.hpp -- the style of a printed document, and its hash.
//
// The document's own CSP allows this one style element and nothing else; a
// test computes the hash anew.
// Knows: std. Never: a case.

#pragma once

namespace core {

// clang-format off
inline constexpr const char document_style[] =
    R"css(@page{size:A4;margin:20mm 18mm 22mm;@bottom-left{content:"Linealen";font-size:9pt}@bottom-right{content:counter(page)css"
    R"css() " / " counter(pages);font-size:9pt}}html{font:12pt/1.45 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#162)css"
    R"css(62e;background:#fff}body{max-width:46em;margin:0 auto;padding:1.5em}h1{font-size:1.7em;line-height:1.2;margin:0 0 .3)css"
    R"css(em}h2{font-size:1.25em;margin:1.8em 0 .4em;break-after:avoid}h3{font-size:1.05em;margin:1.2em 0 .3em;break-after:avo)css"
    R"css(id}p{margin:0 0 .7em}ul,ol{margin:0 0 .8em;padding-left:1.3em}li{margin:.25em 0}dl{display:grid;grid-template-column)css"
    R"css(s:minmax(9em,1fr) 3fr;gap:.2em 1em;margin:0 0 .8em}dt{color:#4a5b64}dd{margin:0}.mark{border:2px solid #16262e;borde)css"
    R"css(r-radius:6px;padding:.8em 1em;margin:1em 0;break-inside:avoid}.mark p{margin:0}.mark .level{font-size:1.8em;font-wei)css"
    R"css(ght:600;line-height:1.25}.notice{border-left:4px solid #4a5b64;padding:.1em 0 .1em 1em}blockquote{margin:0 0 .9em;pa)css"
    R"css(dding:.1em 0 .1em 1em;border-left:2px solid #76868e;white-space:pre-wrap}blockquote p{margin:0}.term{color:#4a5b64;m)css"
    R"css(argin:0 0 .1em;break-after:avoid}table{border-collapse:collapse;width:100%;margin:.6em 0 1em}caption{text-align:left)css"
    R"css(;font-weight:600;padding:0 0 .3em}th,td{border:1px solid #cfd6d8;padding:.3em .6em;text-align:left;vertical-align:to)css"
    R"css(p}tr,svg{break-inside:avoid}svg{width:100%;height:auto;margin:.5em 0}svg text{font-family:'Atkinson Hyperlegible Nex)css"
    R"css(t',Verdana,sans-serif}footer{margin-top:2em;border-top:1px solid #cfd6d8;padding-top:.6em;color:#4a5b64;font-size:.9)css"
    R"css(em}@media print{body{max-width:none;padding:0}})css";
// clang-format on

// base64 of the SHA-256 of `document_style`.
inline constexpr const char document_style_hash[] = "BmStm1Hcwt3KFYr9iVNV3KTELRTHhoee7OgnKXbCBiw=";

}  // namespace core
