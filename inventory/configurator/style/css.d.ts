/** Vite turns an imported stylesheet into a file of its own; there is nothing to import from it. */
declare module "*.css";
