/// Canonical rows as partitioned Parquet: UTC nanoseconds, scaled whole numbers, quality flags, in
/// the order of time and, for equal times, of the source.
@NullMarked
package quorate.lake.silver;

import org.jspecify.annotations.NullMarked;
