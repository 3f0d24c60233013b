#include "platform/picture.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <cmath>

#include "platform/bridge.hpp"

namespace shell {

// Dear ImGui's painter without its windows. ImGui::NewFrame() and Render() link every window, table and settings
// reader there is (a fifth of the program), and nothing of that is ever shown here. Draw lists and the font atlas
// "are designed to function without ImGui" (imgui.cpp); the context is only where the backend keeps its own data.
struct Picture::Press {
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawData data;
    int frame = 0;

    Press() {
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        shared.FontAtlas = &atlas;
        shared.Context = ImGui::GetCurrentContext();
        shared.InitialFlags =
            ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
        const ImGuiStyle& style = ImGui::GetStyle();
        shared.CurveTessellationTol = style.CurveTessellationTol;
        shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
        ImFontAtlasAddDrawListSharedData(&atlas, &shared);
        ImFontAtlasUpdateDrawListsSharedData(&atlas);  // the faces are in already
    }

    ImDrawList& begin(const ImVec2& size) {
        ImGuiIO& io = ImGui::GetIO();
        shared.ClipRectFullscreen = ImVec4(0, 0, size.x, size.y);
        if (io.BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset)
            shared.InitialFlags |= ImDrawListFlags_AllowVtxOffset;
        ImFontAtlasUpdateNewFrame(io.Fonts, ++frame, true);
        list._ResetForNewFrame();
        list.PushTexture(io.Fonts->TexRef);
        list.PushClipRect(ImVec2(0, 0), size, false);
        return list;
    }

    ImDrawData* end(const ImVec2& size, const ImVec2& density) {
        ImGuiIO& io = ImGui::GetIO();
        ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
        textures.resize(0);
        for (ImTextureData* texture : io.Fonts->TexList) {
            texture->RefCount = 1;
            textures.push_back(texture);
        }
        data.Clear();
        data.Valid = true;
        data.DisplaySize = size;
        data.FramebufferScale = density;
        data.Textures = &textures;
        data.AddDrawList(&list);
        return &data;
    }
};

Picture::Picture() {
    // Not ImGui::CreateContext(): it starts the windows.
    ImGui::SetCurrentContext(IM_NEW(ImGuiContext)(nullptr));
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    // Glyphs are baked when they are asked for, at the size they are asked for.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DeltaTime = 1.0F / 60.0F;
}

Picture::~Picture() = default;

bool Picture::add(FaceBytes regular, FaceBytes strong) {
    faces_ = add_faces(regular, strong);
    if (!faces_.complete()) return false;
    press_ = std::make_unique<Press>();
    return true;
}

bool Picture::open() {
    context_ = bridge::open_picture();
    return context_ != 0 && ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Picture::lose() {
    if (context_ == 0) return;
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    bridge::close_picture(context_);
    context_ = 0;
}

void Picture::draw(const Layout& layout, const PaintState& state, const Theme& theme, const Tile& tile) {
    if (context_ == 0) return;
    const ImVec2 size(tile.area.width, tile.area.height);
    ImGui_ImplOpenGL3_NewFrame();
    paint(layout, state, theme, faces_, tile, press_->begin(size));
    glViewport(0, 0, static_cast<int>(std::lround(tile.area.width * tile.density)),
               static_cast<int>(std::lround(tile.area.height * tile.density)));
    ImGui_ImplOpenGL3_RenderDrawData(press_->end(size, ImVec2(tile.density, tile.density)));
}

}  // namespace shell
