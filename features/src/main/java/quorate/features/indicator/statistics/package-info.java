/// Statistics of a moving window.
@NullMarked
package quorate.features.indicator.statistics;

import org.jspecify.annotations.NullMarked;
