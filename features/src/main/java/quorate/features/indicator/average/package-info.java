/// Moving averages.
@NullMarked
package quorate.features.indicator.average;

import org.jspecify.annotations.NullMarked;
