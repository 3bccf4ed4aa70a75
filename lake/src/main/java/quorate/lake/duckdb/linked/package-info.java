/// The few lines that are compiled against DuckDB's own types. At run time they are loaded beside
/// the driver by the class loader that knows the unpacked native library, so nothing else may refer
/// to them by name.
@NullMarked
package quorate.lake.duckdb.linked;

import org.jspecify.annotations.NullMarked;
