/// What a run was worth: returns sampled by a stated rule, the figures computed from them, their
/// definitions, and how likely the result is luck.
///
/// Statistics are `double`s in the run's base currency. A figure that is undefined (no trades, no
/// variance, too short) is absent, never NaN or infinite. Each figure is a
/// [quorate.research.performance.Metric] with the definition that the report and
/// `docs/performance.md` show.
@NullMarked
package quorate.research.performance;

import org.jspecify.annotations.NullMarked;
