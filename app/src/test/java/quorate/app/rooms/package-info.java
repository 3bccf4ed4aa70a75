/// What holds of the whole house: who may know whom, and what no room may do.
@NullMarked
package quorate.app.rooms;

import org.jspecify.annotations.NullMarked;
