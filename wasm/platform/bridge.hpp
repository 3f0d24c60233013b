// bridge.hpp -- the only words that cross between the program and the page.
//
// Each is a method of the host object that web/main.mjs gives (host.mjs).
// Knows: the browser through bridge.js. Never: decides.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace shell::bridge {

// What the page tells; see tell() in web/host.mjs, which has the same numbers.
enum class Told : int {
    face_regular = 1,
    face_strong,
    remembered,  // what the device kept of the appearance
    today,       // ISO date
    start,       // text: the address; number: 1 = text view is wished for
    start_pack,
    pack,         // text: name, a line feed, the bytes
    pack_failed,  // text: name; number: 1 = it came, but is not as it was built
    used,         // handle
    chosen,       // handle; number: which
    toggled,      // handle; number: on or off
    typed,        // handle
    address,
    dismissed,  // handle
    answered,   // handle: the ticket; number: 0 ok, 1 refused, 2 failed
    file_read,
    picture_lost,  // number: 1 = for good
    picture_found,
    followed,    // handle of the text; number: which link in it; text: its address
    hide,        // the key that hides the screen; number: 1 for the second of two in a row
    time,        // handle: ms since told last; number: 1 = somebody stirred; text: "2026-11-22 14.03"
    waited,      // handle: the number of the wait
    away,        // number: 1 = out of sight or about to go
    stored,      // handle: ticket; number: code; bytes: see read_answer in store_port.hpp
    taken_over,  // text: the draft
    store_lost,
    offline,   // number: 0 not possible, 1 ready, 2 update waiting, 3 update failed, 4 replaced
    readings,  // what the device kept of what was read
    reached,   // handle of the heading the page was read down to
    save,      // another tab, or a newer edition, waits for what is open here
};

// Copies the bytes the page is telling just now.
std::string take_told(std::size_t length);

// The canvas's WebGL 2 as a number for Emscripten, current from now on; 0 when the browser has none for us.
std::uint32_t open_picture();
void close_picture(std::uint32_t handle);

void apply(const std::vector<std::uint8_t>& operations);
void request_frame();
void load_pack(const std::string& name);
void download(std::uint32_t ticket, const std::string& name, const std::string& type, const std::string& bytes);
void choose_file(std::uint32_t ticket);
void copy(std::uint32_t ticket, const std::string& text);
void print(std::uint32_t ticket);
// On the device, in the clear; never about a case. Empty: removed.
enum class Remembered : int { appearance, readings };
void remember(Remembered what, const std::string& value);
void guard(bool on);
// An order for web/keep.mjs, which knows the kinds by their numbers.
void store(std::uint32_t ticket, int kind, std::uint32_t number, std::uint32_t flag, const std::string& text,
           const std::string& bytes);
void wait(int milliseconds, std::uint32_t number);
// The program's memory is overwritten and the page begins anew: nothing comes after this.
void lock();
void start_update();
// The static help panel takes over; `reason` is a key of web/index.html.
void stop(const std::string& reason);

}  // namespace shell::bridge
