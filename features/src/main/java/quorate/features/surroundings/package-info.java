/// What else is known of the world at the end of a bar: the economy's numbers and what people
/// write.
@NullMarked
package quorate.features.surroundings;

import org.jspecify.annotations.NullMarked;
