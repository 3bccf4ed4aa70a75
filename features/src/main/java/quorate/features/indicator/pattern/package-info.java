/// The 61 candlestick patterns of TA-Lib, each as a rule in the words of the trade.
@NullMarked
package quorate.features.indicator.pattern;

import org.jspecify.annotations.NullMarked;
