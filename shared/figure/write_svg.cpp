#include "figure/write_svg.hpp"

#include <cmath>

namespace core {

namespace {

// One decimal is enough on paper; whole numbers are written without it.
std::string number(float value) {
    const long tenths = std::lround(static_cast<double>(value) * 10.0);
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(std::labs(tenths) / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(std::labs(tenths) % 10);
    return text;
}

std::string attribute(const char* name, float value) { return std::string(" ") + name + "=\"" + number(value) + "\""; }

const char* colour(Tint tint) {
    switch (tint) {
        case Tint::none: return "none";
        case Tint::ink: return "#16262e";
        case Tint::muted: return "#4a5b64";
        case Tint::line: return "#cfd6d8";
        case Tint::line_strong: return "#76868e";
        case Tint::accent: return "#0a4d78";
        case Tint::surface: return "#ffffff";
        case Tint::ramp_1: return "#dcebe4";
        case Tint::ramp_2: return "#e8e2c4";
        case Tint::ramp_3: return "#edc98f";
        case Tint::ramp_4: return "#d98f6c";
        case Tint::ramp_5: return "#8f3b52";
        case Tint::on_ramp_5: return "#ffffff";
    }
    return "none";
}

const char* pattern_id(Hatch hatch) {
    switch (hatch) {
        case Hatch::none: return "";
        case Hatch::dots: return "dots";
        case Hatch::stripes: return "stripes";
        case Hatch::crosses: return "crosses";
        case Hatch::dense_stripes: return "dense";
    }
    return "";
}

constexpr const char* pattern_definitions =
    "<defs>"
    "<pattern id=\"dots\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\"><circle cx=\"2\" "
    "cy=\"2\" r=\"1\" fill=\"#16262e\" opacity=\".5\"/></pattern>"
    "<pattern id=\"stripes\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 10L10 "
    "0\" stroke=\"#16262e\" opacity=\".5\"/></pattern>"
    "<pattern id=\"crosses\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 8L8 0M0 "
    "0L8 8\" stroke=\"#16262e\" opacity=\".5\"/></pattern>"
    "<pattern id=\"dense\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 6L6 0M-1 "
    "1L1 -1M5 7L7 5\" stroke=\"#fff\" opacity=\".5\"/></pattern>"
    "</defs>";

struct Writer {
    std::string& out;

    void operator()(const RectangleShape& shape) const {
        const std::string place = attribute("x", shape.x) + attribute("y", shape.y) + attribute("width", shape.width) +
                                  attribute("height", shape.height);
        if (shape.hatch != Hatch::none) {
            out += "<rect" + place + " fill=\"url(#" + pattern_id(shape.hatch) + ")\"/>";
            return;
        }
        out += "<rect" + place + " fill=\"" + colour(shape.fill) + "\"";
        if (shape.stroke != Tint::none)
            out +=
                std::string(" stroke=\"") + colour(shape.stroke) + "\"" + attribute("stroke-width", shape.stroke_width);
        if (shape.radius > 0) out += attribute("rx", shape.radius);
        if (shape.dashed) out += " stroke-dasharray=\"7 5\"";
        out += "/>";
    }
    void operator()(const LineShape& shape) const {
        out += "<line" + attribute("x1", shape.from.x) + attribute("y1", shape.from.y) + attribute("x2", shape.to.x) +
               attribute("y2", shape.to.y) + " stroke=\"" + colour(shape.tint) + "\"" +
               attribute("stroke-width", shape.width) + (shape.opacity < 1 ? attribute("opacity", shape.opacity) : "") +
               "/>";
    }
    void operator()(const PolygonShape& shape) const {
        out += "<polygon points=\"";
        for (std::size_t i = 0; i < shape.points.size(); ++i) {
            if (i > 0) out += " ";
            out += number(shape.points[i].x) + "," + number(shape.points[i].y);
        }
        out += std::string("\" fill=\"") + colour(shape.fill) + "\"/>";
    }
    void operator()(const CircleShape& shape) const {
        out += "<circle" + attribute("cx", shape.centre.x) + attribute("cy", shape.centre.y) +
               attribute("r", shape.radius) + " fill=\"" + colour(shape.fill) + "\"";
        if (shape.stroke != Tint::none)
            out +=
                std::string(" stroke=\"") + colour(shape.stroke) + "\"" + attribute("stroke-width", shape.stroke_width);
        out += "/>";
    }
    void operator()(const LabelShape& shape) const {
        const char* anchor =
            shape.anchor == Anchor::middle ? "middle" : (shape.anchor == Anchor::end ? "end" : "start");
        out += "<text" + attribute("x", shape.at.x) + attribute("y", shape.at.y) + attribute("font-size", shape.size) +
               " text-anchor=\"" + anchor + "\" fill=\"" + colour(shape.tint) + "\"" +
               (shape.strong ? " font-weight=\"600\"" : "") + ">" + escape_html(shape.text) + "</text>";
    }
};

}  // namespace

std::string escape_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default:
                // Control characters other than line breaks and tabs have no
                // place on paper and are not allowed in XML.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') safe += c;
        }
    }
    return safe;
}

std::string write_svg(const Drawing& drawing, std::string_view summary) {
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escape_html(summary) +
                      "\" viewBox=\"0 0 " + number(drawing.width) + " " + number(drawing.height) + "\">" +
                      pattern_definitions;
    for (const Shape& shape : drawing.shapes) std::visit(Writer{out}, shape);
    return out + "</svg>";
}

}  // namespace core
