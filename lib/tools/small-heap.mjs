import v8 from "node:v8";

// Preloaded into the app that serves: the heap grows in small steps, so that it stays near what is really in use.
// Set here rather than on the command line, where a Node that does not know it would refuse to start.
v8.setFlagsFromString("--heap-growing-percent=25");
