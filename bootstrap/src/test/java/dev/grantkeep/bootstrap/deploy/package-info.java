/** What an operator installs: the image, the files for compose, Kubernetes and systemd. */
@NullMarked
package dev.grantkeep.bootstrap.deploy;

import org.jspecify.annotations.NullMarked;
