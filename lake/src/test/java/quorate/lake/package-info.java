/// The lake's specification: what enters, what is found again, and what survives a death.
@NullMarked
package quorate.lake;

import org.jspecify.annotations.NullMarked;
