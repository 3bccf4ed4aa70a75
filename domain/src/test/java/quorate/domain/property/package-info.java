/// A small seeded fixture for property tests, shared by the tests of every room.
@NullMarked
package quorate.domain.property;

import org.jspecify.annotations.NullMarked;
