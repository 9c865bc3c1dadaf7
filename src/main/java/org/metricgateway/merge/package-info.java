/**
 * Many answers into one. A merger per kind of answer, each working on places in bytes rather than on values, so that
 * what an owner wrote reaches the client as it was written. It copies no answer: it says which bytes follow which.
 */
package org.metricgateway.merge;
