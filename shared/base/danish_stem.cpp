// The one door for Snowball's stemmer.

#include <danish.h>
#include <runtime/header.h>

#include "base/danish_words.hpp"

namespace core {

namespace {

SN_env* env_of(void* working) { return static_cast<SN_env*>(working); }

}  // namespace

DanishStemmer::DanishStemmer() : working_(danish_create_env()) {}

DanishStemmer::~DanishStemmer() {
    if (working_ != nullptr) danish_close_env(env_of(working_));
}

std::string DanishStemmer::stem(const std::string& folded) {
    SN_env* env = env_of(working_);
    if (env == nullptr) return folded;
    const auto* bytes = reinterpret_cast<const symbol*>(folded.data());
    if (SN_set_current(env, static_cast<int>(folded.size()), bytes) != 0 || danish_stem(env) < 0) return folded;
    return std::string(reinterpret_cast<const char*>(env->p), static_cast<std::size_t>(env->l));
}

}  // namespace core
