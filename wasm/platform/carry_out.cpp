#include "platform/carry_out.hpp"

#include <variant>

#include "platform/bridge.hpp"
#include "platform/store_port.hpp"

namespace shell {

namespace {

void order(const core::LoadPack& effect) { bridge::load_pack(effect.pack); }
void order(const core::DownloadFile& effect) {
    bridge::download(effect.ticket, effect.name, effect.type, effect.bytes);
}
void order(const core::ChooseFile& effect) { bridge::choose_file(effect.ticket); }
void order(const core::CopyText& effect) { bridge::copy(effect.ticket, effect.text); }
void order(const core::PrintDocument& effect) { bridge::print(effect.ticket); }
void order(const core::RememberAppearance& effect) { bridge::remember(bridge::Remembered::appearance, effect.value); }
void order(const core::RememberReadings& effect) { bridge::remember(bridge::Remembered::readings, effect.value); }
void order(const core::GuardUnsavedWork& effect) { bridge::guard(effect.on); }
void order(const core::AskStore& effect) { shell::order(effect.order); }
void order(const core::AskVault& effect) { shell::order(effect.order); }
void order(const core::Wait& effect) { bridge::wait(effect.milliseconds, effect.number); }
void order(const core::LockPage& /*effect*/) { bridge::lock(); }
void order(const core::StartUpdate&) { bridge::start_update(); }

}  // namespace

void carry_out(const core::Effect& effect) {
    std::visit([](const auto& one) { order(one); }, effect);
}

}  // namespace shell
