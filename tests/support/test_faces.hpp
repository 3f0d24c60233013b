// test_faces.hpp -- Dear ImGui with our two faces and no window, for tests.
//
// Knows: layout's measure. Never: a renderer.

#pragma once

#include <string>

#include "layout/measure.hpp"

struct ImGuiContext;

namespace support {

// One at a time; the faces live as long as it does.
class TestFaces {
public:
    TestFaces();
    ~TestFaces();
    TestFaces(const TestFaces&) = delete;
    TestFaces& operator=(const TestFaces&) = delete;

    [[nodiscard]] const shell::Faces& faces() const { return faces_; }
    [[nodiscard]] const shell::TextMeasure& measure() const { return *measure_; }

private:
    std::string regular_;
    std::string strong_;
    ImGuiContext* context_ = nullptr;
    shell::Faces faces_;
    shell::TextMeasure* measure_ = nullptr;
};

}  // namespace support
