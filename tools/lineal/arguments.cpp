#include "lineal/arguments.hpp"

#include <algorithm>

namespace tool {

std::optional<Arguments> read_arguments(const std::vector<std::string>& written,
                                        const std::vector<std::string>& with_value,
                                        const std::vector<std::string>& flags, std::string& trouble) {
    const auto is_among = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    Arguments read;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string& one = written[i];
        if (one.substr(0, 2) != "--") {
            read.plain.push_back(one);
        } else if (is_among(flags, one)) {
            read.options[one] = "";
        } else if (!is_among(with_value, one)) {
            trouble = one + " kendes ikke.";
            return std::nullopt;
        } else if (i + 1 == written.size() || written[i + 1].substr(0, 2) == "--") {
            trouble = one + " mangler det, der skal stå efter.";
            return std::nullopt;
        } else {
            read.options[one] = written[++i];
        }
    }
    return read;
}

std::string option_or(const Arguments& arguments, const std::string& name, const std::string& fallback) {
    const auto found = arguments.options.find(name);
    return found == arguments.options.end() ? fallback : found->second;
}

}  // namespace tool
