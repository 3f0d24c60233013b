// sort.hpp -- sorting the short lists of a case.
//
// std::stable_sort is 3 kB of WebAssembly for each list it is used on; the
// lists sorted while somebody waits hold some tens of items at most.
// Knows: std. Never: a long list; the work grows with the square of it.

#pragma once

#include <algorithm>
#include <iterator>

namespace core {

// Sorts by `is_before`, and keeps the order of those it does not tell apart.
template <class List, class IsBefore>
void sort_short(List& list, IsBefore is_before) {
    for (auto item = list.begin(); item != list.end(); ++item) {
        for (auto at = item; at != list.begin() && is_before(*at, *std::prev(at)); --at) {
            std::iter_swap(at, std::prev(at));
        }
    }
}

}  // namespace core
