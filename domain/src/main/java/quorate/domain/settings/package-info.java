/// Reading settings strictly: every key has a default or is required, every value is checked, and a
/// key that nobody asked for is an error that names the nearest known one.
@NullMarked
package quorate.domain.settings;

import org.jspecify.annotations.NullMarked;
