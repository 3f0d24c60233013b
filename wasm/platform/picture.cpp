#include "platform/picture.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <cmath>

namespace shell {

Picture::Picture() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    // Glyphs are baked when they are asked for, at the size they are asked for.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DeltaTime = 1.0F / 60.0F;
}

bool Picture::add(FaceBytes regular, FaceBytes strong) {
    faces_ = add_faces(regular, strong);
    return faces_.complete();
}

bool Picture::open() {
    EmscriptenWebGLContextAttributes wishes;
    emscripten_webgl_init_context_attributes(&wishes);
    wishes.alpha = EM_FALSE;
    wishes.depth = EM_FALSE;
    wishes.stencil = EM_FALSE;
    wishes.antialias = EM_FALSE;  // Dear ImGui smooths its own edges
    wishes.majorVersion = 2;
    context_ = static_cast<std::uintptr_t>(emscripten_webgl_create_context("#picture", &wishes));
    if (context_ == 0) return false;
    emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
    return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Picture::lose() {
    if (context_ == 0) return;
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    emscripten_webgl_destroy_context(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
    context_ = 0;
}

void Picture::draw(const Layout& layout, const PaintState& state, const Theme& theme, const Tile& tile) {
    if (context_ == 0) return;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(tile.area.width, tile.area.height);
    io.DisplayFramebufferScale = ImVec2(tile.density, tile.density);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    paint(layout, state, theme, faces_, tile, *ImGui::GetBackgroundDrawList());
    ImGui::Render();
    glViewport(0, 0, static_cast<int>(std::lround(tile.area.width * tile.density)),
               static_cast<int>(std::lround(tile.area.height * tile.density)));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace shell
