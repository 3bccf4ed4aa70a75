/// `quorate features`: the catalogue of features, and the tables of a playbook.
@NullMarked
package quorate.app.features;

import org.jspecify.annotations.NullMarked;
