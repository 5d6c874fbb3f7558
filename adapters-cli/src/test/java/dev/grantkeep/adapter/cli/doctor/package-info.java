/** Tests of what the doctor finds. */
@NullMarked
package dev.grantkeep.adapter.cli.doctor;

import org.jspecify.annotations.NullMarked;
