/// Tables of results (trades, orders, equity) as Parquet for analysis and CSV for people.
@NullMarked
package quorate.lake.table;

import org.jspecify.annotations.NullMarked;
