/// The verb `bench`: a calibration of the machine, then figures, each with the source of its data.
@NullMarked
package quorate.app.bench;

import org.jspecify.annotations.NullMarked;
