/// Tests of the embedded database's face.
@NullMarked
package quorate.lake.duckdb;

import org.jspecify.annotations.NullMarked;
