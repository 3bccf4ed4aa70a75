/// Every indicator written down as its definition reads, to check the streaming ones by.
@NullMarked
package quorate.features.naive;

import org.jspecify.annotations.NullMarked;
