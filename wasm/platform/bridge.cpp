#include "platform/bridge.hpp"

extern "C" {
std::uint32_t host_open_picture();
void host_close_picture(std::uint32_t handle);
void host_take(char* to);
void host_apply(const std::uint8_t* bytes, std::size_t length);
void host_request_frame();
void host_load_pack(const char* name, std::size_t length);
void host_download(std::uint32_t ticket, const char* name, std::size_t name_length, const char* type,
                   std::size_t type_length, const char* bytes, std::size_t length);
void host_choose_file(std::uint32_t ticket);
void host_copy(std::uint32_t ticket, const char* text, std::size_t length);
void host_print(std::uint32_t ticket);
void host_remember(int what, const char* value, std::size_t length);
void host_guard(int on);
void host_store(std::uint32_t ticket, int kind, std::uint32_t number, std::uint32_t flag, const char* text,
                std::size_t text_length, const char* bytes, std::size_t length);
void host_wait(int milliseconds, std::uint32_t number);
void host_lock();
void host_start_update();
void host_stop(const char* reason, std::size_t length);
}

namespace shell::bridge {

std::string take_told(std::size_t length) {
    std::string text(length, '\0');
    if (length > 0) host_take(text.data());
    return text;
}

std::uint32_t open_picture() { return host_open_picture(); }

void close_picture(std::uint32_t handle) { host_close_picture(handle); }

void apply(const std::vector<std::uint8_t>& operations) { host_apply(operations.data(), operations.size()); }

void request_frame() { host_request_frame(); }

void load_pack(const std::string& name) { host_load_pack(name.data(), name.size()); }

void download(std::uint32_t ticket, const std::string& name, const std::string& type, const std::string& bytes) {
    host_download(ticket, name.data(), name.size(), type.data(), type.size(), bytes.data(), bytes.size());
}

void choose_file(std::uint32_t ticket) { host_choose_file(ticket); }

void copy(std::uint32_t ticket, const std::string& text) { host_copy(ticket, text.data(), text.size()); }

void print(std::uint32_t ticket) { host_print(ticket); }

void remember(Remembered what, const std::string& value) {
    host_remember(static_cast<int>(what), value.data(), value.size());
}

void guard(bool on) { host_guard(on ? 1 : 0); }

void store(std::uint32_t ticket, int kind, std::uint32_t number, std::uint32_t flag, const std::string& text,
           const std::string& bytes) {
    host_store(ticket, kind, number, flag, text.data(), text.size(), bytes.data(), bytes.size());
}

void wait(int milliseconds, std::uint32_t number) { host_wait(milliseconds, number); }

void lock() { host_lock(); }
void start_update() { host_start_update(); }

void stop(const std::string& reason) { host_stop(reason.data(), reason.size()); }

}  // namespace shell::bridge
