/// How features are written: `gap(sma(10), sma(30))`, read into a small tree.
@NullMarked
package quorate.features.expression;

import org.jspecify.annotations.NullMarked;
