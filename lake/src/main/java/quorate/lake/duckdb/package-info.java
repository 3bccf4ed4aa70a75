/// The embedded analytical database, kept behind one face: it turns rows into Parquet or CSV and
/// Parquet into rows, and nothing outside this package names a type of DuckDB.
@NullMarked
package quorate.lake.duckdb;

import org.jspecify.annotations.NullMarked;
