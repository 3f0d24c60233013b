// The stock Dear ImGui demo page that browser benchmarks compare with: default font, default look, its own
// WebGL backend, and a platform layer as thin as ours instead of SDL or GLFW, so that the comparison is with
// Dear ImGui and not with somebody's window library. Nothing of Linealen is in it.

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace {

constexpr const char* canvas = "#canvas";

EM_BOOL move(int, const EmscriptenMouseEvent* event, void*) {
    ImGui::GetIO().AddMousePosEvent(static_cast<float>(event->targetX), static_cast<float>(event->targetY));
    return EM_TRUE;
}

EM_BOOL press(int kind, const EmscriptenMouseEvent* event, void*) {
    move(kind, event, nullptr);
    ImGui::GetIO().AddMouseButtonEvent(event->button == 0 ? 0 : 1, kind == EMSCRIPTEN_EVENT_MOUSEDOWN);
    return EM_TRUE;
}

EM_BOOL roll(int, const EmscriptenWheelEvent* event, void*) {
    ImGui::GetIO().AddMouseWheelEvent(0, event->deltaY > 0 ? -1.0f : 1.0f);
    return EM_TRUE;
}

EM_BOOL type(int, const EmscriptenKeyboardEvent* event, void*) {
    if (event->key[1] == '\0') ImGui::GetIO().AddInputCharactersUTF8(event->key);
    return EM_FALSE;
}

void draw_frame() {
    double width = 0;
    double height = 0;
    emscripten_get_element_css_size(canvas, &width, &height);
    const double density = emscripten_get_device_pixel_ratio();
    const int columns = static_cast<int>(width * density);
    const int rows = static_cast<int>(height * density);
    int now_columns = 0;
    int now_rows = 0;
    emscripten_get_canvas_element_size(canvas, &now_columns, &now_rows);
    if (columns != now_columns || rows != now_rows) emscripten_set_canvas_element_size(canvas, columns, rows);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {static_cast<float>(density), static_cast<float>(density)};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::ShowDemoWindow();
    ImGui::Render();
    glViewport(0, 0, columns, rows);
    glClearColor(0.45f, 0.55f, 0.60f, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

int main() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    emscripten_webgl_make_context_current(emscripten_webgl_create_context(canvas, &wanted));
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 300 es");
    emscripten_set_mousemove_callback(canvas, nullptr, EM_TRUE, move);
    emscripten_set_mousedown_callback(canvas, nullptr, EM_TRUE, press);
    emscripten_set_mouseup_callback(canvas, nullptr, EM_TRUE, press);
    emscripten_set_wheel_callback(canvas, nullptr, EM_TRUE, roll);
    emscripten_set_keypress_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_TRUE, type);
    emscripten_set_main_loop(draw_frame, 0, 0);
}
