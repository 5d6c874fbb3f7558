/** How another project uses the domain jar; the README shows it. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
