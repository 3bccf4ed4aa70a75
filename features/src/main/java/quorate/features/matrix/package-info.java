/// Symmetric matrices: products, eigenvalues, positive definiteness. The arithmetic under
/// covariance and correlation.
@NullMarked
package quorate.features.matrix;

import org.jspecify.annotations.NullMarked;
