#include "house.hpp"

namespace shell {

std::unique_ptr<House> make_house() { return make_real_house(); }

}  // namespace shell
