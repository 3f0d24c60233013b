// backend_quiet.hpp -- what Dear ImGui's WebGL backend is told instead of asking the graphics card.
//
// Included into that one file by force (cmake/page.cmake). It asks for all state before each picture, to put it back
// afterwards: a round trip to another process that waits for everything drawn so far (17 ms of a step). The context is
// ours, and nobody else has state in it. It waits for its two shaders to be compiled, to print what is wrong with them:
// they are fixed, and every WebGL 2 must take them. It also reads the number in "#version 300 es" with sscanf (10 kB).
// Knows: imgui_impl_opengl3.cpp. Never: included by our own code.

#pragma once

#include <GLES3/gl3.h>
#include <stdio.h>

static inline void answer_from_memory(GLenum name, GLint* out) {
    switch (name) {
        case GL_MAX_TEXTURE_SIZE: *out = 2048; return;  // what every WebGL 2 has; a page of letters takes a quarter
        case GL_MAJOR_VERSION: *out = 3; return;
        case GL_ACTIVE_TEXTURE: *out = GL_TEXTURE0; return;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *out = GL_FUNC_ADD; return;
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: out[0] = out[1] = out[2] = out[3] = 0; return;
        default: *out = 0;
    }
}

static inline int is_three_hundred(int* version, int* = nullptr) {
    *version = 300;
    return 1;
}

static inline void say_compiled(GLuint, GLenum name, GLint* out) { *out = name == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE; }

#define glGetShaderiv say_compiled
#define glGetProgramiv say_compiled
#define glGetString(name) "OpenGL ES 3.0"
#define glGetIntegerv answer_from_memory
#define sscanf(text, pattern, ...) is_three_hundred(__VA_ARGS__)
#define fprintf(...) ((void)0)
