/// `quorate doctor`: what is fine on this machine, what is not, and what to do.
@NullMarked
package quorate.app.doctor;

import org.jspecify.annotations.NullMarked;
