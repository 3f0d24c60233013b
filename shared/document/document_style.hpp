// document_style.hpp -- the style of a printed document, and its hash.
//
// The document's own CSP allows this one style element and nothing else; a
// test computes the hash anew.
// Knows: std. Never: a case.

#pragma once

namespace core {

// clang-format off
inline constexpr const char document_style[] =
    R"css(@page{size:A4;margin:20mm 18mm 22mm;@bottom-left{content:"Linealen";font-size:9pt}@bottom-right{content:counter(p)css"
    R"css(age) " / " counter(pages);font-size:9pt}}html{font:12pt/1.45 'Atkinson Hyperlegible Next',Verdana,sans-serif;colo)css"
    R"css(r:#16262e;background:#fff}body{max-width:46em;margin:0 auto;padding:1.5em;overflow-wrap:anywhere}h1{font-size:1.7)css"
    R"css(em;line-height:1.2;margin:0 0 .3em}h2{font-size:1.25em;margin:1.8em 0 .4em;break-after:avoid}h3{font-size:1.05em;)css"
    R"css(margin:1.2em 0 .3em;break-after:avoid}p{margin:0 0 .7em}ul,ol{margin:0 0 .8em;padding-left:1.3em}li{margin:.25em )css"
    R"css(0}dl{display:grid;grid-template-columns:minmax(9em,1fr) 3fr;gap:.2em 1em;margin:0 0 .8em}dt{color:#4a5b64}dd{marg)css"
    R"css(in:0}.mark{border:2px solid #16262e;border-radius:6px;padding:.8em 1em;margin:1em 0;break-inside:avoid}.mark p{ma)css"
    R"css(rgin:0}.mark .level{font-size:1.8em;font-weight:600;line-height:1.25}.notice{border-left:4px solid #4a5b64;paddin)css"
    R"css(g:.1em 0 .1em 1em}blockquote{margin:0 0 .9em;padding:.1em 0 .1em 1em;border-left:2px solid #76868e;white-space:pr)css"
    R"css(e-wrap}blockquote p{margin:0}.term{color:#4a5b64;margin:0 0 .1em;break-after:avoid}table{border-collapse:collapse)css"
    R"css(;width:100%;margin:.6em 0 1em}caption{text-align:left;font-weight:600;padding:0 0 .3em}th,td{border:1px solid #cf)css"
    R"css(d6d8;padding:.3em .6em;text-align:left;vertical-align:top}tr,svg{break-inside:avoid}svg{width:100%;height:auto;ma)css"
    R"css(rgin:.5em 0}svg text{font-family:'Atkinson Hyperlegible Next',Verdana,sans-serif}footer{margin-top:2em;border-top)css"
    R"css(:1px solid #cfd6d8;padding-top:.6em;color:#4a5b64;font-size:.9em}@media print{body{max-width:none;padding:0}})css";
// clang-format on

// base64 of the SHA-256 of `document_style`.
inline constexpr const char document_style_hash[] = "CzzrQsV7ptb73R0uqaEh8zYVVvpj902GWuqRITHo+Ao=";

}  // namespace core
