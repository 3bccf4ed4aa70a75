/// Reading YAML files as [quorate.domain.settings.Settings], with every scalar kept as written.
@NullMarked
package quorate.market.yaml;

import org.jspecify.annotations.NullMarked;
