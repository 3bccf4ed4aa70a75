/// Series of bars for the tests of features.
@NullMarked
package quorate.features.series;

import org.jspecify.annotations.NullMarked;
