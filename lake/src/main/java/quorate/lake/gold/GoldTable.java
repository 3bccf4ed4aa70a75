package quorate.lake.gold;

import java.nio.file.Path;

/// A feature table on disk: one row for each bar at which every column was ready, oldest first,
/// with `time_ns` (the bar's end, from which on the row was known), `session` (its date) and the
/// features as the agents see them, unscaled.
///
/// @param folder that holds the Parquet files and the lineage
/// @param lineage how it came to be
/// @param fresh whether it was made just now; otherwise it was there already
public record GoldTable(Path folder, Lineage lineage, boolean fresh) {}
