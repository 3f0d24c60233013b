#include "lineal/report.hpp"

namespace tool {

std::string describe_problems(const core::Problems& problems, const std::string& folder) {
    std::string lines;
    for (const core::Problem& problem : problems) {
        if (!folder.empty()) lines += folder + "/";
        lines += problem.file;
        if (problem.line > 0) lines += ":" + std::to_string(problem.line);
        if (!problem.pointer.empty()) lines += " " + problem.pointer;
        lines += "\n    " + problem.what + "\n    → " + problem.cure + "\n";
    }
    return lines;
}

}  // namespace tool
