/// What the doctor says of machines of every kind.
@NullMarked
package quorate.app.doctor;

import org.jspecify.annotations.NullMarked;
