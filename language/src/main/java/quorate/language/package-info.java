/// From texts to what they say about an instrument, in numbers.
@NullMarked
package quorate.language;

import org.jspecify.annotations.NullMarked;
