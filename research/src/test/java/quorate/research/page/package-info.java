/// Tests of markup, number formats, axes, down-sampling and charts.
@NullMarked
package quorate.research.page;

import org.jspecify.annotations.NullMarked;
