/// Performance, validation and the report a person reads.
@NullMarked
package quorate.research;

import org.jspecify.annotations.NullMarked;
