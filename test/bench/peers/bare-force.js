import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

/** The least one would write with d3-force: all steps at once, then one drawing. The yardstick, not a product. */
async function run(canvas) {
	const { nodes, links } = await (await fetch(canvas.dataset.src)).json();
	forceSimulation(nodes)
		.force(
			"link",
			forceLink(links).id(({ id }) => id),
		)
		.force("charge", forceManyBody())
		.force("x", forceX())
		.force("y", forceY())
		.alphaDecay(1 - 0.001 ** (1 / Number(canvas.dataset.ticks)))
		.stop()
		.tick(Number(canvas.dataset.ticks));

	const xs = nodes.map(({ x }) => x);
	const ys = nodes.map(({ y }) => y);
	const [left, top] = [Math.min(...xs), Math.min(...ys)];
	const scale = Math.min(canvas.width / (Math.max(...xs) - left), canvas.height / (Math.max(...ys) - top));
	const context = canvas.getContext("2d");
	context.scale(scale, scale);
	context.translate(-left, -top);
	context.strokeStyle = "#999";
	context.beginPath();
	for (const { source, target } of links) {
		context.moveTo(source.x, source.y);
		context.lineTo(target.x, target.y);
	}
	context.stroke();
	context.beginPath();
	for (const { x, y } of nodes) {
		context.moveTo(x + 4, y);
		context.arc(x, y, 4, 0, 2 * Math.PI);
	}
	context.fill();
}
run(document.querySelector("canvas"));
