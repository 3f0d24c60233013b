#include "support/test_faces.hpp"

#include <imgui.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace support {

namespace {

std::string read_face(const std::string& name) {
    std::ifstream file(std::string(LINEALEN_ROOT) + "/.deps/fonts/" + name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (bytes.empty()) throw std::runtime_error("the face " + name + " is missing; run tools/fetch_dependencies");
    return bytes;
}

}  // namespace

TestFaces::TestFaces()
    : regular_(read_face("AtkinsonHyperlegibleNext-400.ttf")), strong_(read_face("AtkinsonHyperlegibleNext-600.ttf")) {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {1280, 800};
    io.IniFilename = nullptr;
    faces_ = shell::add_faces({regular_.data(), regular_.size()}, {strong_.data(), strong_.size()});
    measure_ = new shell::TextMeasure(faces_);
}

TestFaces::~TestFaces() {
    delete measure_;
    // No renderer has taken the textures, so none will give them back.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context_);
}

}  // namespace support
