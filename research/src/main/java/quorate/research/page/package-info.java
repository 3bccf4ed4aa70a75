/// Pages and pictures: well-formed markup in which all text is escaped, number formats, axes,
/// down-sampling and charts as inline SVG. Knows nothing of runs but their prices.
///
/// Charts are laid out in percent, with lines that keep their width, so that one drawing is sharp
/// at every width, on paper and without a script; a script adds hovering and zooming.
@NullMarked
package quorate.research.page;

import org.jspecify.annotations.NullMarked;
