// config_for_imgui.h -- what this project asks of Dear ImGui.
//
// Dear ImGui measures and rasterises text and draws; it owns no widget, file or
// setting here. A broken promise inside it stops a test at once, and is
// passed over in the shipped page, where the text view goes on whatever happens
// to the picture.

#pragma once

#if defined(LINEALEN_ASSERTS)
#include <cassert>
#define IM_ASSERT(expression) assert(expression)
#else
#define IM_ASSERT(expression) ((void)sizeof(!(expression)))
#endif

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
