/// Tests of silver's rows and files.
@NullMarked
package quorate.lake.silver;

import org.jspecify.annotations.NullMarked;
