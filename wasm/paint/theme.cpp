#include "paint/theme.hpp"

#include <algorithm>
#include <cmath>

namespace shell {

namespace {

float linear(std::uint8_t channel) {
    const float value = static_cast<float>(channel) / 255;
    return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

float luminance(Colour of) { return 0.2126F * linear(of.red) + 0.7152F * linear(of.green) + 0.0722F * linear(of.blue); }

}  // namespace

Theme light_theme() {
    Theme theme;
    theme.ground = colour(0xf5f6f3);
    theme.surface = colour(0xffffff);
    theme.ink = colour(0x16262e);
    theme.muted = colour(0x4a5b64);
    theme.line = colour(0xcfd6d8);
    theme.line_strong = colour(0x76868e);
    theme.accent = colour(0x0a4d78);
    theme.accent_ink = colour(0xffffff);
    theme.accent_hover = colour(0x073b5d);
    theme.accent_pressed = colour(0x052c46);
    theme.accent_soft = colour(0xe4eef5);
    theme.accent_soft_pressed = colour(0xd3e3ee);
    theme.notice = colour(0xfbf3df);
    theme.notice_line = colour(0xa67a12);  // b98a1d in the first drawing: 2.8 on its ground
    theme.alarm = colour(0x7d2239);
    theme.alarm_soft = colour(0xf8e9ec);
    theme.level = {colour(0xdcebe4), colour(0xe8e2c4), colour(0xedc98f), colour(0xd98f6c), colour(0x8f3b52)};
    theme.level_ink = colour(0xffffff);
    theme.focus = colour(0x0a4d78);
    return theme;
}

Theme dark_theme() {
    Theme theme;
    theme.ground = colour(0x10191e);
    theme.surface = colour(0x17232a);
    theme.ink = colour(0xeef3f4);
    theme.muted = colour(0xa9b8bf);
    theme.line = colour(0x31424b);
    theme.line_strong = colour(0x7d909a);
    theme.accent = colour(0x8cc7ee);
    theme.accent_ink = colour(0x0c1a22);
    theme.accent_hover = colour(0xaad6f3);
    theme.accent_pressed = colour(0xc6e4f7);
    theme.accent_soft = colour(0x1d3442);
    theme.accent_soft_pressed = colour(0x264252);
    theme.notice = colour(0x33290f);
    theme.notice_line = colour(0xd9b04a);
    theme.alarm = colour(0xf0a3b4);
    theme.alarm_soft = colour(0x3a1c25);
    theme.level = {colour(0x27453b), colour(0x4c482a), colour(0x74562a), colour(0x935537), colour(0xd07c90)};
    theme.level_ink = colour(0x16090d);
    theme.focus = colour(0x8cc7ee);
    return theme;
}

Theme with_more_contrast(Theme theme) {
    theme.muted = theme.ink;
    theme.line = theme.line_strong;
    theme.line_strong = theme.ink;
    return theme;
}

std::vector<ColourPair> pairs_of(const Theme& theme) {
    constexpr float text = 4.5F;
    constexpr float sign = 3.0F;
    return {
        {"ink on ground", theme.ink, theme.ground, text},
        {"ink on surface", theme.ink, theme.surface, text},
        {"ink on notice", theme.ink, theme.notice, text},
        {"ink on alarm_soft", theme.ink, theme.alarm_soft, text},
        {"ink on accent_soft", theme.ink, theme.accent_soft, text},
        {"ink on accent_soft_pressed", theme.ink, theme.accent_soft_pressed, text},
        {"muted on ground", theme.muted, theme.ground, text},
        {"muted on surface", theme.muted, theme.surface, text},
        {"muted on notice", theme.muted, theme.notice, text},
        {"muted on alarm_soft", theme.muted, theme.alarm_soft, text},
        {"muted on accent_soft", theme.muted, theme.accent_soft, text},
        {"muted on accent_soft_pressed", theme.muted, theme.accent_soft_pressed, text},
        {"accent on ground", theme.accent, theme.ground, text},
        {"accent on surface", theme.accent, theme.surface, text},
        {"accent on notice", theme.accent, theme.notice, text},
        {"accent on alarm_soft", theme.accent, theme.alarm_soft, text},
        {"accent on accent_soft", theme.accent, theme.accent_soft, text},
        {"accent on accent_soft_pressed", theme.accent, theme.accent_soft_pressed, text},
        {"accent_ink on accent", theme.accent_ink, theme.accent, text},
        {"accent_ink on accent_hover", theme.accent_ink, theme.accent_hover, text},
        {"accent_ink on accent_pressed", theme.accent_ink, theme.accent_pressed, text},
        {"alarm on ground", theme.alarm, theme.ground, text},
        {"alarm on surface", theme.alarm, theme.surface, text},
        {"alarm on alarm_soft", theme.alarm, theme.alarm_soft, text},
        {"alarm on notice", theme.alarm, theme.notice, text},
        {"line_strong on ground", theme.line_strong, theme.ground, sign},
        {"line_strong on surface", theme.line_strong, theme.surface, sign},
        {"line_strong on accent_soft", theme.line_strong, theme.accent_soft, sign},
        {"line_strong on notice", theme.line_strong, theme.notice, sign},
        {"line_strong on alarm_soft", theme.line_strong, theme.alarm_soft, sign},
        {"notice_line on notice", theme.notice_line, theme.notice, sign},
        {"notice_line on ground", theme.notice_line, theme.ground, sign},
        {"focus on ground", theme.focus, theme.ground, sign},
        {"focus on surface", theme.focus, theme.surface, sign},
        {"focus on notice", theme.focus, theme.notice, sign},
        {"focus on alarm_soft", theme.focus, theme.alarm_soft, sign},
        {"focus on accent_soft", theme.focus, theme.accent_soft, sign},
        {"ink on level 1", theme.ink, theme.level[0], sign},
        {"ink on level 2", theme.ink, theme.level[1], sign},
        {"ink on level 3", theme.ink, theme.level[2], sign},
        {"ink on level 4", theme.ink, theme.level[3], sign},
        {"level_ink on level 5", theme.level_ink, theme.level[4], sign},
    };
}

float contrast(Colour one, Colour other) {
    const float a = luminance(one);
    const float b = luminance(other);
    return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F);
}

}  // namespace shell
