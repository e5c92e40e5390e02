import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { init } from './echarts';

/** A drawing; in a file of its own, so that the library comes when it is needed. */
export default function Chart({ option, label }: { option: EChartsCoreOption; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  useEffect(() => {
    const drawn = init(place.current!);
    chart.current = drawn;
    const follow = new ResizeObserver(() => drawn.resize());
    follow.observe(place.current!);
    return () => {
      follow.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current!.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={place} className="janua-chart" role="img" aria-label={label} />;
}
